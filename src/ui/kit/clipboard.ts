/** Copies text; where the clipboard's own interface is refused (the desktop denies all permissions), the old way. */
export const copyText = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const field = document.createElement('textarea')
    const before = document.activeElement
    field.value = text
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
