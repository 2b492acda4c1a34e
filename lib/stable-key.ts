import { z } from "zod";

/** A stable name: of an exercise, a reading, an instrument or a protocol, unique among its kind: lower-case words joined by hyphens. */
export const keySchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case letters, numbers and hyphens")
  .max(60);
