import { AppError, type Answer } from '#contract/error.ts';
import type { Session } from './session.ts';
/** Any error as the one that crosses the wall; nothing unexpected shows a stack. */
export declare const toAnswerError: (error: unknown) => AppError;
/**
 * The one door. Unknown names answer `unknown-call`, calls of the host `unavailable-here`, inputs of another shape
 * `bad-input` with the issues' paths. Never rejects.
 */
export declare const dispatch: (session: Session, name: string, input: unknown, client: string) => Promise<Answer<unknown>>;
