// What the fetched module htm/preact/standalone exports, for the type checker only: it is not served.
import { h, VNode, Component, createContext } from 'preact';
export * from 'preact/hooks';
export function render(tree: VNode, parent: Element): void;
export const html: (strings: TemplateStringsArray, ...values: unknown[]) => VNode;
export { h, Component, createContext };
