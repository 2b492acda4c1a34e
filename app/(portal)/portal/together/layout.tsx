import type { ReactNode } from "react";
import "../../../beyond-today.css";

/** A couple's pictures are charts. */
export default function TogetherLayout({ children }: { children: ReactNode }) {
  return children;
}
