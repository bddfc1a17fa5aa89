/** Ends of the names of papers, agencies and stations. */
const OUTLET =
  '(?:뉴스|뉴시스|신문|일보|통신|통신사|방송|타임[스즈]|투데이|데일리|저널|미디어|헤럴드|포스트|매거진|TV)'
const WHO = '(?:기자|특파원|통신원|논설위원)'

/** Where a paragraph says who wrote it: (베이징=연합뉴스), [더지엠뉴스], ○○신문 홍길동 기자 |, ○○일보 기자 at its end. */
const SIGNED: readonly RegExp[] = [
  /[(（[【][가-힣·,\s]{2,20}=\s*([^)）\]】\n]{2,30})[)）\]】]/gu,
  new RegExp(`^\\s*[(（[【<]\\s*([^)）\\]】>\\n]{0,16}${OUTLET}\\d?)\\s*[)）\\]】>]`, 'gu'),
  new RegExp(`^\\s*([^\\s|]{2,20})\\s+[가-힣]{2,4}\\s+(?:[가-힣]{2,6}\\s)?${WHO}\\s*(?:$|[|｜=/])`, 'gu'),
  new RegExp(`([가-힣A-Za-z]{0,12}${OUTLET})\\s+(?:[가-힣]{2,4}\\s+)?${WHO}(?![가-힣])`, 'gu'),
]

/** The papers and agencies a paragraph names as its own, in the words it names them. */
export function ownOutlets(text: string): string[] {
  if (!/[=[【(（<]|기자|특파원|통신원|논설위원/u.test(text)) return []
  return SIGNED.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 1: named = '' }) => named),
  ).flatMap((named) =>
    named
      .split(/[/·,]/u)
      .map((name) => name.replace(new RegExp(`\\s+\\S+\\s+${WHO}.*$`, 'u'), '').trim())
      .filter((name) => name.length > 1),
  )
}
