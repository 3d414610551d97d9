/**
 * The block in the editor: fields, and what the server says about them. It is a classic script without a build step; WordPress provides
 * everything that it uses.
 */
(({ blocks, blockEditor, components, element, i18n, serverSideRender: ServerSideRender }) => {
  const { createElement: h, Fragment } = element;
  const { __ } = i18n;
  const { InspectorControls, MediaUpload, MediaUploadCheck, useBlockProps } = blockEditor;
  const { Button, Disabled, PanelBody, SelectControl, TextControl, ToggleControl } = components;

  /** The choices of attributes that have only some values; the first is the default of the player. */
  const choices = {
    load: [
      ['', __('at once', 'jet-player')],
      ['visible', __('when it is visible', 'jet-player')],
      ['play', __('when the viewer presses play', 'jet-player')]
    ],
    preload: [
      ['', __('as much as the browser likes', 'jet-player')],
      ['metadata', __('only the beginning', 'jet-player')],
      ['none', __('nothing', 'jet-player')]
    ],
    'ai-label': [
      ['', __('none', 'jet-player')],
      ['generated', __('generated with artificial intelligence', 'jet-player')],
      ['modified', __('changed with artificial intelligence', 'jet-player')]
    ]
  };

  /** Returns functions that create the field of an attribute. */
  const fieldsOf = ({ attributes, setAttributes }) => {
    const bound = (name, label) => ({ key: name, label, onChange: (value) => setAttributes({ [name]: value }) });
    const text = (name, label, more) => h(TextControl, { ...bound(name, label), value: attributes[name], ...more });
    const toggle = (name, label) => h(ToggleControl, { ...bound(name, label), checked: attributes[name] });
    const select = (name, label) => {
      const options = choices[name].map(([value, text]) => ({ value, label: text }));
      return h(SelectControl, { ...bound(name, label), value: attributes[name], options });
    };
    const library = (name, label, allowedTypes) =>
      h(
        'div',
        { key: name, className: 'jet-player-field' },
        text(name, label, { type: 'text', inputMode: 'url', spellCheck: false }),
        h(
          MediaUploadCheck,
          null,
          h(MediaUpload, {
            allowedTypes,
            onSelect: ({ url }) => setAttributes({ [name]: url }),
            render: ({ open }) => h(Button, { variant: 'secondary', onClick: open }, __('Media library', 'jet-player'))
          })
        )
      );
    return { text, toggle, select, library };
  };

  const panel = (title, initialOpen, ...fields) => h(PanelBody, { key: title, title, initialOpen }, ...fields);

  /** Renders the block: the address and the title in the block itself, everything else in the sidebar. */
  const Edit = (props) => {
    const { text, toggle, select, library } = fieldsOf(props);
    return h(
      Fragment,
      null,
      h(
        InspectorControls,
        null,
        panel(
          __('Poster, captions, chapters', 'jet-player'),
          true,
          text('poster', __('Address of the poster', 'jet-player')),
          text('captions', __('Address of the captions (WebVTT)', 'jet-player')),
          text('srclang', __('Language of the captions, such as en', 'jet-player')),
          text('label', __('Name of the captions, such as English', 'jet-player')),
          text('chapters', __('Address of the chapters (WebVTT)', 'jet-player'))
        ),
        panel(
          __('Playback', 'jet-player'),
          false,
          select('load', __('The player loads', 'jet-player')),
          select('preload', __('Before playback, it fetches', 'jet-player')),
          toggle('autoplay', __('Starts by itself, where the browser allows it', 'jet-player')),
          toggle('muted', __('Starts without sound', 'jet-player')),
          toggle('loop', __('Starts again at the end', 'jet-player')),
          select('ai-label', __('Label of the video', 'jet-player'))
        )
      ),
      h(
        'div',
        useBlockProps({ className: 'jet-player-block' }),
        h(Disabled, null, h(ServerSideRender, { block: 'jet-player/player', attributes: props.attributes })),
        library('src', __('Address of the video', 'jet-player'), ['video', 'audio']),
        text('title', __('Title', 'jet-player'))
      )
    );
  };

  blocks.registerBlockType('jet-player/player', { edit: Edit, save: () => null });
})(window.wp);
