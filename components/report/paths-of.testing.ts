import { isValidElement, type ReactNode } from "react";

type Drawn = { d?: string; children?: ReactNode };

/** Every path that a drawing for paper holds, in its order. Its components are plain functions, so they can be asked. */
export function pathsOf(node: ReactNode): string[] {
  if (Array.isArray(node)) return node.flatMap(pathsOf);
  if (!isValidElement<Drawn>(node)) return [];
  const { type, props } = node;
  if (typeof type === "function") return pathsOf((type as (props: Drawn) => ReactNode)(props));
  return [...(props.d ? [props.d] : []), ...pathsOf(props.children)];
}
