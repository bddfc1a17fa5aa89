import type { Handlers } from '../context.ts';
/** Every call of the engine, said by feature. */
export declare const handlers: Handlers;
