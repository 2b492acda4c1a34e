import type { InstrumentShape, ItemShape } from "@/lib/assessments/instrument-shape";

type Form = InstrumentShape["forms"][number];

/** Whether this form has the question at all, whatever is answered. */
export const isOfForm = ({ forms }: Pick<ItemShape, "forms">, form: Form): boolean =>
  forms === undefined || forms.some((one) => one === form);

/** Every question under each form that has it, whatever is answered. */
export const placesIn = ({
  items,
  forms,
}: Pick<InstrumentShape, "items" | "forms">): { item: ItemShape; form: Form }[] =>
  forms.flatMap((form) => items.filter((item) => isOfForm(item, form)).map((item) => ({ item, form })));
