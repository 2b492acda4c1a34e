import type { StaffRole } from "@/lib/domain/actor";
import { roleWords } from "@/lib/domain/identity/role-words";

const order: readonly StaffRole[] = ["therapist", "supervisor", "owner"];

export const roleChoices = order.map((value) => ({
  value,
  label: `${roleWords[value].name}: ${roleWords[value].means}`,
}));
