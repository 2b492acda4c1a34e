import type { ReactNode } from "react";
import "../../../beyond-today.css";

/** My path draws charts; the other pages of a client do not wait for their styles. */
export default function PathLayout({ children }: { children: ReactNode }) {
  return children;
}
