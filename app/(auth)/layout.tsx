import type { ReactNode } from "react";
import "../faces.css";
import "../beyond-today.css";

/** The doors have forms and choices of their own; each draws its own chrome. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return children;
}
