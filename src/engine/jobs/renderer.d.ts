import { type RenderRequest } from './render.ts';
export interface Renderer {
    /** Rejects with `cancelled` when the signal says so; what was being rendered is thrown away. */
    render(request: RenderRequest): Promise<Uint8Array>;
    end(): Promise<void>;
}
/** Renders in a thread of its own, one article after the other; the thread lives until `end` or a failure. */
export declare const createRenderer: (signal: AbortSignal) => Renderer;
