import type { Side } from '#core/model/annotation.ts';
import { type Placed } from './annotation.ts';
import type { Writer } from './database.ts';
/** A paragraph's texts as far as annotations go. */
export interface Texts {
    id: number;
    source: string;
    target: string;
}
/** Anchors the annotations of one side of a paragraph in its new text. Gives whether any of them moved. */
export declare const followText: (db: Writer, paragraphId: number, side: Side, before: string, after: string) => boolean;
/**
 * Remembers what a change of structure did to annotations, so that its undo puts back exactly what was there: a span
 * that was cut by a split cannot be told from the texts alone. Lives as long as the window's undo does.
 */
export interface PlaceKeeper {
    keep(change: StructureChange, placed: readonly {
        before: Placed;
        after: Placed;
    }[]): void;
    /** Where annotations stood before the change that this one takes back; empty when it takes none back. */
    recall(change: StructureChange): Map<number, {
        before: Placed;
        after: Placed;
    }>;
    forget(): void;
}
export interface StructureChange {
    before: readonly Texts[];
    after: readonly Texts[];
}
export declare const createPlaceKeeper: () => PlaceKeeper;
/**
 * Anchors all annotations of a run of paragraphs in the run that takes its place; both hold the same content, white
 * space aside. Gives whether any of them moved.
 */
export declare const followStructure: (db: Writer, change: StructureChange, places: PlaceKeeper) => boolean;
