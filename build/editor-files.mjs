const tag = 'jet-player';
const typeField = (text) => ({ type: { text } });

/** Returns a custom elements manifest (https://github.com/webcomponents/custom-elements-manifest). */
export function customElements({ description, attributes, members, events, mediaEvents, slots, parts, properties }) {
  const path = 'dist/npm/jet-player.js';
  const declaration = { name: 'JetPlayer', module: path };
  const element = {
    kind: 'class',
    name: 'JetPlayer',
    description,
    tagName: tag,
    customElement: true,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: attributes.map(({ name, description, type }) => ({ name, description, ...typeField(type) })),
    members: members.map(({ name, description, type, method, readonly }) =>
      method
        ? { kind: 'method', name, description }
        : { kind: 'field', name, description, ...typeField(type), ...(readonly && { readonly }) }
    ),
    events: [
      ...events.map(({ name, description, type }) => ({ name, description, ...typeField(type) })),
      ...mediaEvents.map((name) => ({ name, description: 'As from a `<video>`; it does not bubble.', ...typeField('Event') }))
    ],
    slots,
    cssParts: parts,
    cssProperties: properties
  };
  const moduleExports = [
    { kind: 'js', name: 'JetPlayer', declaration },
    { kind: 'custom-element-definition', name: tag, declaration }
  ];
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [{ kind: 'javascript-module', path, declarations: [element], exports: moduleExports }]
  };
}

/** Returns custom data for VS Code (https://github.com/microsoft/vscode-custom-data). */
function vscodeCustomData({ description, attributes }) {
  const editorAttributes = attributes.map(({ name, description, flag, values }) => ({
    name,
    description,
    ...(flag && { valueSet: 'v' }),
    ...(values.length > 0 && { values: values.map((value) => ({ name: value })) })
  }));
  return { version: 1.1, tags: [{ name: tag, description, attributes: editorAttributes }] };
}

/** Returns web types for JetBrains editors (https://github.com/JetBrains/web-types). */
function webTypes({ description, attributes, members, events, mediaEvents, slots, parts, properties }, version) {
  const attributeValue = ({ flag, values, type }) => ({
    type: flag ? 'boolean' : values.length ? values.map((value) => `"${value}"`) : type
  });
  const element = {
    name: tag,
    description,
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      value: attribute.flag ? { kind: 'no-value' } : attributeValue(attribute)
    })),
    slots,
    js: {
      properties: members
        .filter(({ method }) => !method)
        .map(({ name, description, type, readonly }) => ({ name, description, type, ...(readonly && { 'read-only': true }) })),
      events: [...events.map(({ name, description }) => ({ name, description })), ...mediaEvents.map((name) => ({ name }))]
    },
    css: { parts, properties }
  };
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'jet-player',
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: [element] } }
  };
}

/** Returns the names and contents of the files that editors read, generated from the description of the element in its sources. */
export function editorFiles(element, version) {
  const files = {
    'custom-elements.json': customElements(element),
    'vscode.html-custom-data.json': vscodeCustomData(element),
    'web-types.json': webTypes(element, version)
  };
  return Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content, null, 2)}\n`]);
}
