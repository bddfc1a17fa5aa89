import type { settingContract } from '#contract/setting.ts';
import type { HandlersOf } from '../context.ts';
export declare const settingHandlers: HandlersOf<typeof settingContract>;
