"use client";

import { usePageOwner } from "@/components/forms/page-owner";
import { quietName } from "@/lib/field-name";

/** The name that a field of words has on this page. What a password manager looks for keeps its own. */
export function useFieldName(name: string | undefined, autoComplete: string | undefined): string | undefined {
  const { isClient } = usePageOwner();
  const isFound = autoComplete !== undefined && autoComplete !== "off";
  return isClient && name && !isFound ? quietName(name) : name;
}
