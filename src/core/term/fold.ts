export const foldSpelling = (text: string): string => text.normalize('NFC').replace(/\s/g, '').toLowerCase()
export const wordAround = (text: string, start: number, end: number): string => text.slice(start, end)
