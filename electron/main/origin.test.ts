import { describe, expect, test } from 'vitest'
import { externalUrl, isAppUrl, isStartPage, mayLoad } from './origin.ts'

describe('isAppUrl', () => {
  test.each(['naranhi://app/', 'naranhi://app', 'naranhi://app/assets/index.js', 'naranhi://app/#x'])(
    '%s',
    (url) => expect(isAppUrl(url)).toBe(true),
  )
  test.each([
    '',
    'app',
    'naranhi:app',
    'naranhi://',
    'naranhi://other/',
    'naranhi://app.example.org/',
    'naranhi://example.org/naranhi://app/',
    'naranhi://app@example.org/',
    'naranhi://user@app/',
    'naranhi://app:8080/',
    'naranhi2://app/',
    'https://app/',
    'file:///app/',
    'about:blank',
    'null',
  ])('not %s', (url) => expect(isAppUrl(url)).toBe(false))
})

test('a page may be loaded again and go nowhere else', () => {
  for (const url of ['naranhi://app/', 'naranhi://app/index.html', 'naranhi://app/#article']) {
    expect(isStartPage(url), url).toBe(true)
  }
  for (const url of ['naranhi://app/assets/index.js', 'naranhi://other/', 'https://example.org/']) {
    expect(isStartPage(url), url).toBe(false)
  }
})

test('what a window may load', () => {
  for (const url of [
    'naranhi://app/x.js',
    'data:image/png;base64,AA',
    'blob:naranhi://app/1-2',
    'devtools://devtools/x',
  ])
    expect(mayLoad(url), url).toBe(true)
  for (const url of [
    'http://127.0.0.1:1/',
    'https://example.org/',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'ws://localhost/',
    'ftp://example.org/',
  ])
    expect(mayLoad(url), url).toBe(false)
})

describe('externalUrl', () => {
  test.each(['https://example.org/a?b=c#d', 'HTTPS://EXAMPLE.ORG', 'mailto:desk@example.org?subject=a'])(
    '%s',
    (url) => expect(externalUrl(url)?.href).toBe(new URL(url).href),
  )
  test.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://example.org/share',
    'naranhi://app/',
    'https://user@example.org/',
    'https://example.org/a b',
    ' https://example.org/',
    'https://example.org/\u0000',
    'https://',
    '',
  ])('not %j', (url) => expect(externalUrl(url)).toBeNull())
})
