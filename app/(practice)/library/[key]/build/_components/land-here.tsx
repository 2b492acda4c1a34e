"use client";

import { useEffect } from "react";

/** The keyboard goes on where the last step ended. Without script the address does as much. */
export function LandHere({ id }: { id: string }) {
  useEffect(() => {
    const place = document.getElementById(id);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "center" });
  }, [id]);
  return null;
}
