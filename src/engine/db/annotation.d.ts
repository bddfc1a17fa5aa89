import type { Annotation, AnnotationKind, Side, SpanAnchor } from '#core/model/annotation.ts';
import type { Reader, Writer } from './database.ts';
/** Orphans and those of paragraphs that were set aside too. By place of insertion. */
export declare const listAnnotations: (db: Reader, articleId: number) => Annotation[];
/** Throws `not-found`, for a removed one too. */
export declare const getAnnotation: (db: Reader, id: number) => Annotation;
export interface NewAnnotation {
    articleId: number;
    paragraphId: number;
    side: Side;
    anchor: SpanAnchor;
    kind: AnnotationKind;
    body: string;
}
export declare const addAnnotation: (db: Writer, annotation: NewAnnotation, at: string) => number;
export declare const updateAnnotation: (db: Writer, id: number, change: Pick<Annotation, "kind" | "body" | "resolved">, at: string) => void;
/** An annotation's place: all that following a text changes. */
export interface Placed {
    id: number;
    paragraphId: number;
    side: Side;
    anchor: SpanAnchor;
    orphaned: boolean;
}
/** Does not count as an edit of the annotation: its time of change stays. */
export declare const putAnchor: (db: Writer, placed: Placed) => void;
/** Of these paragraphs, removed annotations too: they must find their place when they are brought back. */
export declare const listPlaced: (db: Reader, paragraphIds: readonly number[]) => Placed[];
export declare const removeAnnotation: (db: Writer, id: number, at: string) => Annotation;
export declare const restoreAnnotation: (db: Writer, id: number) => Annotation;
export declare const addReply: (db: Writer, id: number, body: string, at: string) => void;
/** Throws `not-found`. */
export declare const removeReply: (db: Writer, id: number, replyId: number, at: string) => void;
