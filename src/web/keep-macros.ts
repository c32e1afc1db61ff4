import nunjucks from 'nunjucks';

type Exported = Record<string, unknown>;
type Done = (error: unknown, exported: Exported | null) => void;

declare module 'nunjucks' {
  interface Template {
    /** What `{% from … import … %}` asks for; missing in the types. With a context when the import says so. */
    getExported: (this: Template, ...args: [Done] | [object, object, Done]) => void;
  }
}

/**
 * Nunjucks runs the whole file of a component anew for every import on every page, and a page has dozens of imports. An
 * import without context knows nothing of the page, so its macros are the same each time and can be kept.
 */
export function keepMacros(): void {
  const make = nunjucks.Template.prototype.getExported;
  const kept = new WeakMap<nunjucks.Template, Exported>();
  nunjucks.Template.prototype.getExported = function (...args) {
    const [done] = args;
    if (typeof done !== 'function') {
      make.apply(this, args);
      return;
    }
    const known = kept.get(this);
    if (known) {
      done(null, known);
      return;
    }
    make.call(this, (error, exported) => {
      if (exported) kept.set(this, exported);
      (done as Done)(error, exported);
    });
  };
}
