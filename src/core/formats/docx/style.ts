import { BorderStyle, type IRunOptions, type IStylesOptions, LineRuleType, WidthType } from 'docx'

/**
 * Fonts by script, on every run: Word takes `eastAsia` for Hangul and Hanja and `ascii`/`hAnsi` for Latin.
 * The quotation marks, dots and dashes that both scripts use go with the `hint`. Arial, or a font of its
 * measures, is on every system, so that pages break alike in Word and LibreOffice.
 */
const LATIN = 'Arial'
const KOREAN = 'Malgun Gothic'
const SYMBOLS = 'Segoe UI Symbol'

export const GREY = '5F6368'
const RULE = 'C9CDD2'

export type Script = 'ko' | 'en'

/** Fonts and proofing language of a run. Sizes are half points. */
export function scriptRun(script: Script): IRunOptions {
  const fonts = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: KOREAN }
  return {
    font: script === 'ko' ? { ...fonts, hint: 'eastAsia' } : fonts,
    language: { value: 'en-US', eastAsia: 'ko-KR' },
  }
}

export const SYMBOL_RUN: IRunOptions = {
  font: { ascii: SYMBOLS, hAnsi: SYMBOLS, cs: SYMBOLS, eastAsia: SYMBOLS },
  noProof: true,
}

/** A4 in twips (1/1440 inch). Portrait: the eye moves less from a line to its translation than in landscape. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1134, bottom: 1134, left: 1020, right: 1020, header: 567, footer: 567 },
}

/** Number and status, Korean, English; together the text width. English runs longer than Korean and gets more room. */
export const COLUMNS = [736, 4300, 4830] as const
export const TABLE_WIDTH = { size: COLUMNS[0] + COLUMNS[1] + COLUMNS[2], type: WidthType.DXA }

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: RULE }

/** Rules between rows only, as in a printed table. */
export const TABLE_BORDERS = {
  top: { style: BorderStyle.SINGLE, size: 8, color: '3C4043' },
  bottom: { style: BorderStyle.SINGLE, size: 8, color: '3C4043' },
  left: none,
  right: none,
  insideHorizontal: thin,
  insideVertical: none,
}

export const CELL_MARGINS = { top: 70, bottom: 70, left: 100, right: 100 }

/**
 * The style all others are based on, as XML. Korean sets no space between Hangul and figures or Latin
 * letters (12곳, AI를), where Word by default does; `docx` has no words for that.
 */
export const NORMAL_STYLE =
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style></w:styles>'

/** Paragraph styles, so that whoever receives the document can change its looks in one place. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...scriptRun('en'), size: 20 },
      paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { ...scriptRun('ko'), size: 34, bold: true },
      paragraph: { spacing: { after: 80, line: 276, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    heading1: {
      run: { ...scriptRun('en'), size: 24, bold: true },
      paragraph: { spacing: { before: 360, after: 100 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Details',
      name: 'Details',
      basedOn: 'Normal',
      run: { size: 18, color: GREY },
      paragraph: { spacing: { after: 20 } },
    },
    { id: 'SourceText', name: 'Source Text', basedOn: 'Normal', run: { size: 20 } },
    { id: 'TargetText', name: 'Target Text', basedOn: 'Normal' },
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      run: { size: 21 },
      paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'RowNumber',
      name: 'Row Number',
      basedOn: 'Normal',
      run: { size: 18, color: GREY },
      paragraph: { alignment: 'right' },
    },
  ],
}

/** The parts `docx` writes with today's date or without alternatives for fonts; see `overrides`. */
export function packageParts(title: string, exportedAt: string): { path: string; data: string }[] {
  const time = instant(exportedAt)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  const font = (name: string, alternatives: string, charset: string, family: string) =>
    `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:charset w:val="${charset}"/>` +
    `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return [
    {
      path: 'docProps/core.xml',
      data:
        `${declaration}<cp:coreProperties` +
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
        `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Naranhi</dc:creator>` +
        '<cp:lastModifiedBy>Naranhi</cp:lastModifiedBy><cp:revision>1</cp:revision>' +
        `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>` +
        `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`,
    },
    {
      path: 'word/fontTable.xml',
      data:
        `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
        font(
          KOREAN,
          '맑은 고딕,Noto Sans CJK KR,Noto Sans KR,Apple SD Gothic Neo,NanumGothic',
          '81',
          'swiss',
        ) +
        font(LATIN, 'Liberation Sans,Helvetica', '00', 'swiss') +
        font(SYMBOLS, 'Noto Sans Symbols2,Apple Symbols,DejaVu Sans', '00', 'auto') +
        '</w:fonts>',
    },
  ]
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The first of some ISO times that is one, whatever came in. */
export function instant(...times: string[]): Date {
  const valid = times.map((iso) => new Date(iso)).find((time) => !Number.isNaN(time.getTime()))
  return valid ?? new Date(0)
}
