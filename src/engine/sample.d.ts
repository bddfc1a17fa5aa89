import { z } from 'zod';
import { type Writer } from './db/database.ts';
import type { OpenedWorkspace } from './db/open.ts';
import type { EngineOptions } from './engine.ts';
declare const sampleShape: z.ZodObject<{
    project: z.ZodObject<{
        name: z.ZodString;
    }, z.core.$strip>;
    glossary: z.ZodObject<{
        name: z.ZodString;
        terms: z.ZodArray<z.ZodObject<{
            source: z.ZodString;
            target: z.ZodString;
            status: z.ZodDefault<z.ZodEnum<{
                deprecated: "deprecated";
                preferred: "preferred";
                admitted: "admitted";
                forbidden: "forbidden";
            }>>;
            domain: z.ZodDefault<z.ZodString>;
            note: z.ZodDefault<z.ZodString>;
        }, z.core.$strip>>;
    }, z.core.$strip>;
    articles: z.ZodArray<z.ZodObject<{
        head: z.ZodObject<{
            title: z.ZodString;
            outlet: z.ZodDefault<z.ZodString>;
            byline: z.ZodDefault<z.ZodString>;
            dateline: z.ZodDefault<z.ZodString>;
            sourceUrl: z.ZodDefault<z.ZodString>;
            note: z.ZodDefault<z.ZodString>;
        }, z.core.$strip>;
        paragraphs: z.ZodArray<z.ZodObject<{
            source: z.ZodString;
            target: z.ZodDefault<z.ZodString>;
            status: z.ZodDefault<z.ZodEnum<{
                untranslated: "untranslated";
                draft: "draft";
                confirmed: "confirmed";
            }>>;
            locked: z.ZodDefault<z.ZodBoolean>;
        }, z.core.$strip>>;
        annotations: z.ZodDefault<z.ZodArray<z.ZodObject<{
            paragraph: z.ZodInt;
            side: z.ZodEnum<{
                source: "source";
                target: "target";
            }>;
            quote: z.ZodString;
            occurrence: z.ZodDefault<z.ZodInt>;
            kind: z.ZodEnum<{
                number: "number";
                name: "name";
                note: "note";
                term: "term";
                question: "question";
                fact: "fact";
                style: "style";
            }>;
            body: z.ZodDefault<z.ZodString>;
            resolved: z.ZodDefault<z.ZodBoolean>;
            replies: z.ZodDefault<z.ZodArray<z.ZodString>>;
        }, z.core.$strip>>>;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type Sample = z.output<typeof sampleShape>;
/** Throws `file-not-found`, `file-unreadable`, `text-invalid`. */
export declare const readSample: (resources: string) => Promise<Sample>;
export interface SampleIds {
    projectId: number;
    articleIds: number[];
    /** The one that is half translated. */
    openArticleId: number;
}
/** Writes the sample project; terms that are there already are left as they are. */
export declare const writeSample: (db: Writer, sample: Sample, at: string) => SampleIds;
/** A new workspace gets its memory, its glossary and, where it is wanted, the sample project. */
export declare const prepareNew: (workspace: OpenedWorkspace, options: EngineOptions, clock: () => Date) => Promise<void>;
export {};
