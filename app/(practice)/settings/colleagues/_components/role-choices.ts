import type { StaffRole } from "@/lib/actor";
import { roleWords } from "@/lib/identity/role-words";

const order: readonly StaffRole[] = ["therapist", "supervisor", "owner"];

export const roleChoices = order.map((value) => ({
  value,
  label: `${roleWords[value].name}: ${roleWords[value].means}`,
}));
