/**
 * What `paragraph.content_hash` holds: the first 128 bits of SHA-256 (FIPS 180-4), as 32 lower-case hex digits, over
 * the source's length in code units, a colon, the source and the target, in UTF-8. The length keeps text that moved
 * from one side to the other from hashing alike. Both texts as they are stored (NFC, well-formed).
 */
export declare const contentHash: (source: string, target: string) => string;
