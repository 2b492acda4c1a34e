import { readFileSync } from "node:fs";
import { z } from "zod";

const shape = z.object({
  DATABASE_WORKER_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  APP_URL: z.url({ protocol: /^https?$/ }),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  MAIL_BOUNCES: z
    .email()
    .regex(/^[^@+]{1,10}@/, {
      error: "must have ten signs or fewer before the @: the name of the letter is added there",
    })
    .optional(),
  PLAIN_TRANSPORT: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter(Boolean)),
  LETTER_KEY: z.string().min(32),
  AUDIT_ANCHORS: z.string().optional(),
  /** Beside the backups: what was erased is written down there. */
  ERASED_IN: z.string().optional(),
  PUSH_PUBLIC_KEY: z.string().optional(),
  PUSH_PRIVATE_KEY: z.string().optional(),
  NEARER_TEST_CLOCK: z.string().optional(),
  NEARER_TEST_PUSH: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }).optional(),
});

export type WorkerSettings = z.infer<typeof shape>;

/** What the supervisor hands to the worker. It gets no seal key: it opens nothing that a person wrote. */
export function readWorkerSettings(source: Record<string, string | undefined>): WorkerSettings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  throw new Error(`The worker cannot start. Please correct: ${wrong.join("; ")}.`);
}

/** What time it is; a server started for tests reads an offset in milliseconds from its file. */
export const workerClock =
  ({ NEARER_TEST_CLOCK: file }: WorkerSettings): (() => Date) =>
  () =>
    new Date(Date.now() + (file ? Number(readFileSync(file, "utf8").trim() || "0") : 0));
