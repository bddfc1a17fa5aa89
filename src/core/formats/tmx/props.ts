/** A `prop` of TMX: what a tool says of a unit in its own words. */
export interface TmxProp {
  type: string
  text: string
  /** The other attributes (`xml:lang`, `o-encoding`), where there are any. */
  attributes?: Record<string, string>
}

/** What a unit of TMX says beyond what Naranhi has a place for; kept so that it is written again. */
export interface TmxProps {
  attributes?: Record<string, string>
  props?: TmxProp[]
  source?: TmxVariantProps
  target?: TmxVariantProps
}

export interface TmxVariantProps {
  /** As the file writes it, where it is more than `ko` or `en`. */
  lang?: string
  attributes?: Record<string, string>
  props?: TmxProp[]
  /** The segment with its inline codes, and the text it stands for. */
  seg?: { markup: string; text: string }
}

/** The words Naranhi itself uses. */
export const OWN = {
  scope: 'x-naranhi-scope',
  previous: 'x-naranhi-previous',
  next: 'x-naranhi-next',
} as const
