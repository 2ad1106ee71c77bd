/** A style sheet as text, for a shadow root to adopt. */
declare module "*.css" {
  const text: string;
  export default text;
}
