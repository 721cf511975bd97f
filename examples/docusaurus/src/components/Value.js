// A value of the configurator's form in a sentence. Its content stands there until there is one, and where scripts are off.
// The element changes its own text, also before React has taken the page over.
export default function Value({ children, ...attributes }) {
  return (
    <ecs-delegate-value {...attributes} suppressHydrationWarning>
      {children}
    </ecs-delegate-value>
  );
}
