import { blankInstrument } from "@/lib/assessments/build/blank";
import { itemForm } from "@/lib/assessments/build/item-form";
import { scaleForm } from "@/lib/assessments/build/scale-form";
import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";

/** A draft of a practice's own with as many statements as are named, each answered from 0 to 4. */
export const draftOf = (count: number, more: Partial<Instrument> = {}): Instrument =>
  parseInstrument({
    ...blankInstrument({
      ...{ key: "ours", title: "Ours", clientTitle: null, purpose: "A trial.", minutes: 5, locale: "en-GB" },
      ...{ measures: "one-person", isTwice: false, stem: null, start: "often" },
      statements: Array.from({ length: count }, (_, i) => `Statement ${i + 1}`),
    }),
    ...more,
  });

export const asItemForm = (given: Record<string, unknown>) =>
  itemForm.parse({ key: "ours", text: "Said anew", kind: "choice", options: "often", required: "yes", ...given });

export const asScaleForm = (given: Record<string, unknown>) =>
  scaleForm.parse({ key: "ours", title: "Calm", method: "sum", direction: "higher", ...given });
