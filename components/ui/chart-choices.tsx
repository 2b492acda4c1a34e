"use client";

import { createContext, type ReactNode, use, useRef } from "react";
import { useMarked } from "@/components/forms/use-marked";
import type { FormState } from "@/lib/form-state";

type Choices = { isTable: (chart: string) => boolean; choose: (chart: string, asTable: boolean) => void };

const ChoicesContext = createContext<Choices>({ isTable: () => false, choose: () => undefined });

/** Which charts this person reads as tables; without a provider none, and nothing is remembered. */
export const useChartChoices = () => use(ChoicesContext);

type Props = {
  tables: readonly string[];
  remember: (previous: FormState, form: FormData) => Promise<FormState>;
  children: ReactNode;
};

export function ChartChoices({ tables, remember, children }: Props) {
  const send = useMarked(remember);
  const known = useRef(new Set(tables));
  const choose = (chart: string, asTable: boolean) => {
    if (known.current.has(chart) === asTable) return;
    if (asTable) known.current.add(chart);
    else known.current.delete(chart);
    // Not kept: the page shows what was chosen all the same, and asks again next time.
    send({ chart, asTable: asTable ? "yes" : "no" }).catch(() => undefined);
  };
  return <ChoicesContext value={{ isTable: (chart) => tables.includes(chart), choose }}>{children}</ChoicesContext>;
}
