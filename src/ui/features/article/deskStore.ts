import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Annotation } from '#core/model/annotation.ts'
import type { ParagraphHits } from '#contract/term.ts'
import type { DeskPlace, DeskSelection } from '../../editor/desk.ts'
import type { DeskEditor } from '../../editor/deskEditor.ts'
import { hitRows } from '../hit/hitRows.ts'
import type { FoundForParagraph } from '../memory/matchLookup.ts'
import { offersOf, type Offer } from '../memory/offers.ts'
import type { Repetition } from '../memory/repetitions.ts'
import type { ArticleSession } from './session.ts'

/**
 * What is on the desk now, for everything around it (panels, status bar, dialogs): the open session, the caret, and
 * what was found for the paragraph under it. Filled by the desk; read by the rest.
 */
export const useDesk = defineStore('desk', () => {
  const session = shallowRef<ArticleSession | null>(null)
  const editor = shallowRef<DeskEditor | null>(null)
  const place = shallowRef<DeskPlace>({ side: 'target', index: 0, offset: 0 })
  const selection = shallowRef<DeskSelection | null>(null)
  /** Hits by paragraph id, for the paragraphs that were on screen. */
  const hits = shallowRef(new Map<number, ParagraphHits>())
  /** In how many paragraphs each term of the paragraph under the caret is used, as far as it is known. */
  const uses = shallowRef(new Map<number, number>())
  /** What the memory has, for the paragraph under the caret or, for a moment, the one before; null for nothing. */
  const found = shallowRef<FoundForParagraph | null>(null)
  /** As they are shown. */
  const offers = computed(() => offersOf(found.value))
  /** Those of the paragraph under the caret as soon as they are known; given by the look-ups. */
  const settleOffers = shallowRef<(() => Promise<Offer[]>) | null>(null)
  /** Writes a translation that is offered; given by the commands of the matches. */
  const insert = shallowRef<
    ((text: string, unitIds: readonly number[], where?: 'whole' | 'caret') => void) | null
  >(null)
  /** The offer that was taken or walked to last, by its place in the list. */
  const chosenOffer = ref(0)
  /** Carries a confirmed translation to where its source stands again; given by the repetitions. */
  const carry = shallowRef<((paragraphId: number) => Promise<void>) | null>(null)
  /** Paragraphs of the article whose source stands more than once, by id. */
  const repetitions = shallowRef<ReadonlyMap<number, Repetition>>(new Map())
  const matching = ref(false)
  const editingSource = ref<number | null>(null)
  /** The annotation chosen in the notes panel or under the caret. */
  const annotationId = ref<number | null>(null)
  /** A paragraph refused an edit because it is locked: its index, for a word in the status bar. */
  const refused = ref<number | null>(null)

  const paragraph = computed(() => session.value?.at(place.value.index))
  /** Only what belongs to the paragraph under the caret may be written into it. */
  const offersHere = computed(() => (found.value?.paragraphId === paragraph.value?.id ? offers.value : []))
  const paragraphHits = computed(() => {
    const id = paragraph.value?.id
    return id ? (hits.value.get(id)?.hits ?? []) : []
  })
  const refusedHits = computed(() => {
    const id = paragraph.value?.id
    return id ? (hits.value.get(id)?.refused ?? []) : []
  })
  /** The terms of the paragraph under the caret, with what became of each in its translation. */
  const rows = computed(() => hitRows(paragraphHits.value, paragraph.value?.target ?? ''))
  const annotationsHere = computed<Annotation[]>(() => {
    const id = paragraph.value?.id
    return id ? (session.value?.annotations.value ?? []).filter((each) => each.paragraphId === id) : []
  })
  return {
    session,
    editor,
    place,
    selection,
    hits,
    found,
    offers,
    offersHere,
    settleOffers,
    insert,
    chosenOffer,
    repetitions,
    carry,
    matching,
    editingSource,
    annotationId,
    refused,
    paragraph,
    paragraphHits,
    refusedHits,
    rows,
    uses,
    annotationsHere,
  }
})
