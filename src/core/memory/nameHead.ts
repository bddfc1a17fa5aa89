const HEAD = /(?:시|성|구|현|군|도|주|강|산|항|대학|대학교|그룹|은행|위원회|부|국|청|공사|공항|박람회|포럼)$/u

/** The last syllables of a name where they say what it is the name of (시 of 우한시, 성 of 후베이성); else empty. */
export const headOfName = (name: string): string => HEAD.exec(name)?.[0] ?? ''
