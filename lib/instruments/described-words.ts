import type { Instrument } from "@/lib/assessments/instrument";

/** What the library says of an instrument, as its form has it. */
export const describedWords = ({ title, clientTitle, purpose, minutes, layout, locale, stems }: Described) => ({
  title,
  clientTitle: clientTitle ?? "",
  purpose,
  minutes: String(minutes),
  layout,
  locale,
  stemNow: stems.now ?? "",
  stemWished: stems.wished ?? "",
});

type Described = Pick<Instrument, "title" | "purpose" | "minutes" | "layout" | "locale" | "stems"> & {
  clientTitle?: string | undefined;
};
