import type { ExportFormat } from '#contract/exchange.ts'
import type { BilingualArticle, DocumentLayout } from '#core/formats/bilingual.ts'

export interface RenderRequest {
  article: BilingualArticle
  format: ExportFormat
  layout: DocumentLayout
}

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

/** The bytes of one article in a format. Synchronous for the most part: to be called where nobody waits. */
export const render = async ({ article, format, layout }: RenderRequest): Promise<Uint8Array> => {
  switch (format) {
    case 'docx': {
      const { writeDocx } = await import('#core/formats/docx/write.ts')
      return writeDocx(article, { layout })
    }
    case 'html': {
      const { writeHtml } = await import('#core/formats/html/write.ts')
      return new TextEncoder().encode(writeHtml(article, { layout }))
    }
    case 'md': {
      const { writeMarkdown } = await import('#core/formats/markdown/write.ts')
      return new TextEncoder().encode(writeMarkdown(article, { layout }))
    }
    case 'txt': {
      const { writeText } = await import('#core/formats/text/write.ts')
      return new TextEncoder().encode(writeText(article))
    }
  }
}
