import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAnchor } from '#core/model/anchor.ts'
import { joinTexts, splitText } from '#core/text/splitJoin.ts'
import { addAnnotation, listAnnotations } from './annotation.ts'
import { addArticle } from './article.ts'
import { createPlaceKeeper } from './anchors.ts'
import { inTransaction, type Writer } from './database.ts'
import { noon, temporaryFolder } from './fixtures/workspace.ts'
import { openWorkspace, type OpenedWorkspace } from './open.ts'
import { addParagraph, getParagraph, listParagraphs, type StoredParagraph } from './paragraph.ts'
import { addProject } from './project.ts'
import { saveTargets } from './save.ts'
import { rows } from './statement.ts'
import { restructure } from './structure.ts'

const AT = '2026-05-04T12:00:00.000Z'
const SOURCE =
  '우한시는 새 공동 실험실을 열었다. 시는 올해 2조 위안을 들인다. 🙂 관계자는 “성장할 것”이라고 했다.'
const TARGET =
  'Wuhan opened a new joint laboratory. It will spend 2 trillion yuan. 🙂 Officials expect growth.'

let opened: OpenedWorkspace
let clear: () => void
beforeAll(async () => {
  const made = temporaryFolder()
  clear = made.clear
  opened = await openWorkspace(`${made.folder}/w.naranhi`, { now: noon, create: true })
})
afterAll(() => {
  opened.close()
  clear()
})

const newArticle = (
  db: Writer,
  count: number,
  spans: readonly [number, number, number, boolean][],
): number => {
  const projectId = addProject(db, '사업', AT)
  const head = { title: '제목', headline: '', outlet: '', byline: '', dateline: '', sourceUrl: '', note: '' }
  const articleId = addArticle(db, { projectId, head, at: AT })
  const paragraphs = Array.from({ length: count }, (_, position) =>
    addParagraph(
      db,
      { articleId, position, source: SOURCE, target: TARGET, status: 'draft', origin: 'import' },
      AT,
    ),
  )
  for (const [where, from, length, onSource] of spans) {
    const paragraph = paragraphs[where % count]
    if (!paragraph) continue
    const side = onSource ? 'source' : 'target'
    const text = paragraph[side]
    const start = from % (text.length - 1)
    const anchor = makeAnchor(text, start, Math.min(text.length, start + 1 + length))
    addAnnotation(db, { articleId, paragraphId: paragraph.id, side, anchor, kind: 'note', body: '' }, AT)
  }
  return articleId
}

const baseOf = ({ id, revision }: StoredParagraph) => ({ id, baseRevision: revision })
const textsOf = ({ id, source, target, status }: StoredParagraph) => ({ id, source, target, status })

/** All that somebody sees of an article, without revisions and times. */
const look = (db: Writer, articleId: number) => ({
  paragraphs: listParagraphs(db, articleId).map(({ id, position, source, target, status }) => ({
    id,
    position,
    source,
    target,
    status,
  })),
  annotations: listAnnotations(db, articleId),
})

const ink = (texts: readonly string[]): string => texts.join('').replace(/\s+/gu, '')

const step = fc.record({ split: fc.boolean(), where: fc.nat(), cut: fc.nat(), otherCut: fc.nat() })
const span = fc.tuple(fc.nat(3), fc.nat(80), fc.nat(40), fc.boolean())

describe('split and join', () => {
  test('keep all text, and undone in reverse leave ids, texts and annotations as they were', () => {
    const { db } = opened
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.array(span, { maxLength: 8 }),
        (steps, spans) => {
          inTransaction(db, () => {
            const articleId = newArticle(db, 3, spans)
            const places = createPlaceKeeper()
            const before = look(db, articleId)
            const undo: { start: number; count: number; old: StoredParagraph[] }[] = []
            const change = (run: StoredParagraph[], after: Parameters<typeof restructure>[1]['after']) => {
              const { paragraphs } = restructure(
                db,
                { articleId, before: run.map(baseOf), after, origin: 'split' },
                places,
                AT,
              )
              undo.push({ start: run[0]?.position ?? 0, count: paragraphs.length, old: run })
            }
            for (const { split, where, cut, otherCut } of steps) {
              const all = listParagraphs(db, articleId)
              const one = all[where % all.length]
              const next = all[(where % all.length) + 1]
              if (!one) continue
              if (split) {
                const sources = splitText(one.source, 1 + (cut % one.source.length))
                const targets = splitText(one.target, otherCut % (one.target.length + 1))
                if (sources[0] === '' || sources[1] === '') continue
                change(
                  [one],
                  sources.map((source, index) => ({
                    id: index === 0 ? one.id : null,
                    source,
                    target: targets[index] ?? '',
                    status: 'draft' as const,
                  })),
                )
              } else if (next) {
                const source = joinTexts(one.source, next.source, 'source').text
                const target = joinTexts(one.target, next.target, 'target').text
                change([one, next], [{ id: one.id, source, target, status: 'draft' }])
              }
              const now = look(db, articleId)
              for (const side of ['source', 'target'] as const)
                expect(ink(now.paragraphs.map((each) => each[side]))).toBe(
                  ink(before.paragraphs.map((each) => each[side])),
                )
              expect(now.paragraphs.map(({ position }) => position)).toEqual(
                now.paragraphs.map((_, index) => index),
              )
              for (const annotation of now.annotations) {
                const holder = now.paragraphs.find(({ id }) => id === annotation.paragraphId)
                expect(holder).toBeDefined()
                if (!annotation.orphaned)
                  expect(holder?.[annotation.side].slice(annotation.start, annotation.end)).toBe(
                    annotation.quote,
                  )
              }
            }
            for (const { start, count, old } of undo.reverse()) {
              const run = listParagraphs(db, articleId).slice(start, start + count)
              restructure(
                db,
                { articleId, before: run.map(baseOf), after: old.map(textsOf), origin: 'join' },
                places,
                AT,
              )
            }
            expect(look(db, articleId)).toEqual(before)
          })
        },
      ),
      { seed: 12, numRuns: 60 },
    )
  })

  test('without what is remembered an undo keeps every annotation that no cut went through', () => {
    const { db } = opened
    const articleId = newArticle(db, 1, [[0, 0, 3, true]])
    const [one] = listParagraphs(db, articleId)
    if (!one) throw new Error('no paragraph')
    const before = listAnnotations(db, articleId)
    const [first, second] = splitText(SOURCE, 20)
    const { paragraphs } = restructure(
      db,
      {
        articleId,
        before: [baseOf(one)],
        after: [
          { id: one.id, source: first, target: TARGET, status: 'draft' },
          { id: null, source: second, target: '', status: 'untranslated' },
        ],
        origin: 'split',
      },
      createPlaceKeeper(),
      AT,
    )
    restructure(
      db,
      { articleId, before: paragraphs.map(baseOf), after: [textsOf(one)], origin: 'join' },
      createPlaceKeeper(),
      AT,
    )
    expect(listAnnotations(db, articleId)).toEqual(before)
  })
})

describe('revisions', () => {
  test('of a paragraph grow by one and each has its row in the history, whatever is saved', () => {
    const { db } = opened
    const edit = fc.record({
      base: fc.nat(6),
      target: fc.constantFrom('', 'One', 'Two', 'Three'),
      status: fc.constantFrom('untranslated' as const, 'draft' as const, 'confirmed' as const, undefined),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        inTransaction(db, () => {
          const articleId = newArticle(db, 1, [])
          const [first] = listParagraphs(db, articleId)
          const id = first?.id ?? 0
          const refused: string[] = []
          for (const { base, target, status } of edits) {
            const result = saveTargets(db, [{ id, target, baseRevision: base, status, origin: 'typed' }], AT)
            expect(result.saved.length + result.conflicts.length).toBe(1)
            for (const conflict of result.conflicts)
              if (conflict.yours !== conflict.current.target) refused.push(conflict.yours)
          }
          const history = rows<{ revision: number; origin: string; target: string }>(
            db,
            'SELECT revision, origin, target FROM paragraph_history WHERE paragraph_id = ? ORDER BY sequence',
            id,
          )
          const { revision, target } = getParagraph(db, id)
          const written = history.filter(({ origin }) => origin !== 'conflict')
          expect(written.map((each) => each.revision)).toEqual(
            Array.from({ length: revision + 1 }, (_, n) => n),
          )
          expect(written.at(-1)?.target).toBe(target)
          const kept = history.filter(({ origin }) => origin === 'conflict').map((each) => each.target)
          expect(new Set(kept)).toEqual(new Set(refused))
        })
      }),
      { seed: 5, numRuns: 80 },
    )
  })
})
