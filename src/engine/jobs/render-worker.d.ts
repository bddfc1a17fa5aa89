/** What the thread answers: the bytes, or why there are none. */
export type RenderAnswer = {
    bytes: Uint8Array;
} | {
    error: string;
};
