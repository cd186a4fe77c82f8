import { z } from 'zod';

/** What the child process reads from a PDF. Lengths are in points; y grows upwards. */
export const pdfLine = z.object({ text: z.string(), x: z.number(), y: z.number(), right: z.number(), size: z.number() });
export const pdfReading = z.object({ pages: z.array(z.array(pdfLine)), title: z.string(), warnings: z.array(z.string()) });

/** The child's only message: what it read, or the kind of failure. */
export const childMessage = z.union([z.object({ reading: pdfReading }), z.object({ failure: z.enum(['encrypted', 'malformed']) })]);

export type PdfLine = z.infer<typeof pdfLine>;
export type PdfReading = z.infer<typeof pdfReading>;
export type ChildMessage = z.infer<typeof childMessage>;
