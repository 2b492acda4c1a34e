import type { Form } from "@/lib/assessments/instrument";

export type GivenAnswer = { itemId: string; form: Form; value: number | string | null };
