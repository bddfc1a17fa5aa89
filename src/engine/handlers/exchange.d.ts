import type { exchangeContract } from '#contract/exchange.ts';
import type { HandlersOf } from '../context.ts';
export declare const exchangeHandlers: HandlersOf<typeof exchangeContract>;
