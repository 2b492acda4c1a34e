import { z } from "zod";
import { type NumberBounds, numberIn } from "@/lib/typed-number";

/** A number of a form that may be left out: null then. `sentence` says what fits; of two readings both are named instead. */
export const optionalNumberField = (bounds: NumberBounds, sentence: string) =>
  z.string(sentence).transform((typed, context) => {
    const read = numberIn(typed, bounds);
    if ("value" in read) return read.value;
    context.addIssue({ code: "custom", input: typed, message: read.isAsked ? read.problem : sentence });
    return z.NEVER;
  });

/** A number of a form, read as people write it. */
export const numberField = (bounds: NumberBounds, sentence: string) =>
  optionalNumberField(bounds, sentence).transform((read, context) => {
    if (read !== null) return read;
    context.addIssue({ code: "custom", input: "", message: sentence });
    return z.NEVER;
  });
