import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect, test, type App } from '../launch.ts'
import { articles, Desk, paragraphs } from '../pages/desk.ts'

// The main job, from a Korean text to a bilingual document, as a translator does it.
const own = `[나란히 견본] 항저우시는 최근 ‘디지털 무역 시범구 조성 방안’을 발표하며 2027년까지 1조 2천억 위안(약 1,690억 달러) 규모의 디지털 무역을 목표로 제시했다. 항저우시의 지난해 디지털 무역액은 8,450억 위안으로 전년보다 12.3% 늘었다. 시 관계자는 “중소기업 2천 곳 이상이 참여할 것”이라며 “통관 시간을 절반으로 줄이겠다”고 말했다. 항저우시의 지난해 디지털 무역액은 8,450억 위안으로 전년보다 9.8% 늘었다.`

const samples = join(import.meta.dirname, '../../../shared/samples/articles-ko.txt')
const lines = existsSync(samples)
  ? readFileSync(samples, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
  : []
const inputs: [string, string | null][] = [
  ['a text of the project', own],
  ...[0, 1, 2, 3].map((place): [string, string | null] => [
    `sample article ${place + 1}`,
    lines[place] ?? null,
  ]),
]

const bringIn = async ({ page }: App, text: string): Promise<void> => {
  await page.keyboard.press('Alt+V')
  await page.getByRole('textbox', { name: 'Korean text' }).fill(text)
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByText(/cut: By sentence/)).toBeVisible()
  await page.getByRole('button', { name: 'Bring in 1 article' }).click()
  await expect(page.getByText('1 article brought in')).toBeVisible()
  await expect(page.locator('[data-side="target"] .monaco-editor.focused')).toBeVisible()
}

const download = async ({ page }: App, format: string): Promise<Buffer> => {
  await page.keyboard.press('Alt+E')
  await page.getByRole('radio', { name: format }).check()
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hand over 1' }).click()
  const path = await (await arriving).path()
  await expect(page.getByTestId('exported')).toBeVisible()
  await page.keyboard.press('Escape')
  return readFileSync(path)
}

/** One entry of a zip file, found through its central directory. */
const entryOf = (zip: Buffer, name: string): string => {
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42)
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const data = zip.subarray(start, start + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8')
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new Error(`no ${name} in the file`)
}

for (const [name, text] of inputs) {
  test(`from ${name} to a bilingual document`, async ({ app }, testInfo) => {
    test.skip(text === null, 'the sample articles are not beside this checkout (../shared/samples)')
    if (text === null) return
    const desk = new Desk(app.page)
    const picture = async (what: string) =>
      testInfo.attach(what, { body: await app.page.screenshot(), contentType: 'image/png' })

    await bringIn(app, text)
    const article = articles(app.started.workspace).at(-1)
    if (!article) throw new Error('nothing was brought in')
    const stored = () => paragraphs(app.started.workspace, article.id)
    const before = stored()
    expect(before.length).toBeGreaterThan(2)
    // Not a character but white space was lost on the way (the outlet and byline go to the head).
    const kept = before
      .map(({ source }) => source)
      .join('')
      .replace(/\s+/g, '')
    expect(text.normalize('NFC').replace(/\s+/g, '')).toContain(kept)
    await picture('brought in')

    // Annotate a word of the first paragraph with one key, and say why.
    const first = before[0]?.source ?? ''
    const behindParticle = /(?<![가-힣])[가-힣]{2,4}(?=[은는을를의][ ,])/.exec(first)
    const word = (behindParticle ?? /(?<![가-힣])[가-힣]{2,4}(?![가-힣])/.exec(first))?.[0] ?? ''
    await desk.selectInSource(word)
    await app.page.keyboard.press('q')
    const card = app.page.getByRole('article', { name: `Question: ${word}` })
    await card.getByRole('textbox', { name: 'Text of the annotation' }).fill('맞는 표기인가? Check the name.')
    await card.getByRole('textbox', { name: 'Reply…' }).fill('Yes, checked.')
    await app.page.keyboard.press('Enter')
    await expect(card.getByText('Yes, checked.')).toBeVisible()
    expect(stored()[0]?.annotations).toMatchObject([{ kind: 'question', quote: word }])

    // Translate, with a term made from both selections.
    await desk.goTo(1)
    await app.page.keyboard.type('Testville announced a plan.')
    await app.page.keyboard.press('Home')
    await app.page.keyboard.press('Control+Shift+ArrowRight')
    await app.page.keyboard.press('Alt+Q')
    // The starter glossary may translate the word otherwise: then it is asked first.
    const adding = app.page.getByRole('dialog', { name: 'Add a term' })
    await expect(
      app.page
        .locator('[data-sonner-toast]')
        .filter({ hasText: / added/ })
        .or(adding),
    ).toBeVisible()
    if (await adding.isVisible()) await adding.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(adding).toHaveCount(0)
    await expect(desk.source.locator('.desk-term').first()).toBeVisible()
    await app.page.keyboard.press('End')
    await app.page.keyboard.press('Control+Enter')
    await expect(app.page.getByText('¶ 2 ·')).toBeVisible()
    await app.page.keyboard.type('Output of ')
    await app.page.keyboard.type('Tes')
    await app.page.keyboard.press('Alt+/')
    await app.page.locator('.suggest-widget').getByText('Testville').first().click()
    await app.page.keyboard.type(' grew.')
    await app.page.keyboard.press('Enter')
    await expect(app.page.getByText('¶ 3 ·')).toBeVisible()
    await desk.saved()
    expect(stored()[0]).toMatchObject({ target: 'Testville announced a plan.', status: 'confirmed' })
    expect(stored()[1]).toMatchObject({ target: 'Output of Testville grew.', status: 'draft' })
    await picture('translated')

    // Split and join are undone across both sides.
    await desk.goTo(2)
    const second = before[1]?.source ?? ''
    await app.page.keyboard.press('Alt+S')
    await app.page.keyboard.press('Home')
    for (let step = 0; step < second.indexOf(' ') + 1; step++) await app.page.keyboard.press('ArrowRight')
    await app.page.keyboard.press('Alt+T')
    await expect(app.page.getByText(`of ${before.length + 1} confirmed`)).toBeVisible()
    await app.page.keyboard.press('Control+Z')
    await expect(app.page.getByText(`of ${before.length} confirmed`)).toBeVisible()
    await desk.saved()
    expect(stored().map(({ id, source }) => ({ id, source }))).toEqual(
      before.map(({ id, source }) => ({ id, source })),
    )

    // The source can be corrected; the annotation stays on its word.
    await desk.goTo(1)
    await app.page.keyboard.press('Alt+F2')
    await app.page.keyboard.press('Home')
    await app.page.keyboard.insertText('정정: ')
    await app.page.keyboard.press('Alt+F2')
    await expect.poll(() => stored()[0]?.source).toBe(`정정: ${before[0]?.source}`)
    expect(stored()[0]?.annotations[0]?.quote).toBe(word)

    // Close everything; it opens again at the same place with everything there.
    await desk.goTo(3)
    await app.page.keyboard.type('Third.')
    await desk.saved()
    await app.page.waitForTimeout(600)
    await app.reopen()
    const again = new Desk(app.page)
    await expect(app.page.getByText('¶ 3 ·')).toBeVisible()
    expect(await again.text('target')).toContain('Third.')
    await app.page.getByRole('tab', { name: /Notes/ }).click()
    await expect(app.page.getByRole('article', { name: `Question: ${word}` })).toBeVisible()
    await picture('opened again')

    const docx = await download(app, 'Word (.docx)')
    const document = entryOf(docx, 'word/document.xml')
    expect(document).toContain('Testville announced a plan.')
    expect(document.replace(/<[^>]+>/g, '')).toContain(before[2]?.source.slice(0, 12))
    expect(entryOf(docx, 'word/comments.xml')).toContain('Check the name.')
    const html = (await download(app, 'Web page (.html)')).toString('utf8')
    expect(html).toContain('Output of Testville grew.')
    const md = (await download(app, 'Markdown (.md)')).toString('utf8')
    expect(md).toContain('Testville announced a plan.')
    const txt = (await download(app, 'Plain text (.txt)')).toString('utf8')
    expect(txt).toContain('Third.')
    expect(txt).not.toContain('정정: ')
  })
}

test('a paragraph like a confirmed one is offered with its percentage and what differs', async ({ app }) => {
  await bringIn(app, own)
  const desk = new Desk(app.page)
  await desk.goTo(2)
  await app.page.keyboard.type('Digital trade in Hangzhou rose 12.3% to 845 billion yuan last year.')
  await app.page.keyboard.press('Control+Enter')
  await desk.goTo(4)
  const matches = app.page.getByRole('list', { name: 'Matches' })
  await expect(matches.getByText(/^9\d%$/)).toBeVisible()
  await expect(matches.locator('del').first()).toHaveText('12.3')
  await expect(matches.locator('ins').first()).toHaveText('9.8')
  await app.page.keyboard.press('Alt+1')
  await desk.saved()
  const article = articles(app.started.workspace).at(-1)
  expect(paragraphs(app.started.workspace, article?.id ?? 0)[3]).toMatchObject({
    // Only the percentage differs: it is taken over into the translation.
    target: 'Digital trade in Hangzhou rose 9.8% to 845 billion yuan last year.',
    status: 'draft',
  })
  await app.page.keyboard.press('Control+Z')
  await desk.saved()
  expect(paragraphs(app.started.workspace, article?.id ?? 0)[3]?.target).toBe('')
})
