"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type LanguageMarks, languageMarks } from "@/lib/assessments/language-marks";

const Marks = createContext<LanguageMarks>({});

type Props = { locale: string | undefined; children: ReactNode };

/** Around a sitting: what came from the questionnaire is marked with its language, and what is ours is not. */
export function ItsLanguage({ locale, children }: Props) {
  return <Marks value={languageMarks(locale)}>{children}</Marks>;
}

/** To spread on an element whose words are the questionnaire's own. */
export const useItsLanguage = (): LanguageMarks => useContext(Marks);
