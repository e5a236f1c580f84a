// Compute cases with modele-social, in a directory where it and publicodes are installed.
//
//     node generate_modele_social.mjs DIRECTORY 11.1.0 10,11,49 < cases.csv > table.csv
//
// Reads cases (month, hours, settings, gross) and writes them with the net and, for each headcount
// of the argument, the employer cost. Settings: see tables.py. A contract without hours is part time
// whose hours a week are deduced from pay; below the SMIC its share of the ceiling is above its pay,
// so that the proportion of the ceiling plays no part.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [directory, version, counts] = process.argv.slice(2)
const installed = createRequire(join(directory, 'package.json'))
const publicodes = installed('publicodes')
const Engine = publicodes.default ?? publicodes
const { default: rules } = await import(pathToFileURL(installed.resolve('modele-social')))
const about = JSON.parse(readFileSync(join(directory, 'node_modules/modele-social/package.json'), 'utf8'))
if (about.version !== version) throw new Error(`modele-social ${about.version}, not ${version}`)
const quiet = { log() {}, warn() {}, error() {} }
let engine
const staff = counts.split(',')
const NET = 'salarié . rémunération . net . à payer avant impôt'
const COST = 'salarié . coût total employeur'
const WEEKS = 52 / 12 // in a month
const PART_TIME = 104 / WEEKS // hours a week
const FULL_TIME = 35
const AT_MOST = 40 // cases for one engine: the oldest version keeps all it ever computed

function number(name) {
  const { nodeValue } = engine.evaluate(name)
  if (typeof nodeValue !== 'number') throw new Error(`${name}: ${nodeValue}`)
  return nodeValue
}

function hoursOf({ hours, date, gross }) {
  if (hours === 'part') return PART_TIME
  if (hours === 'full') return FULL_TIME
  engine.setSituation({ date })
  return Math.min(gross / (number('SMIC . horaire') * FULL_TIME * WEEKS), 1) * FULL_TIME
}

function situation({ settings, gross, date }, hours, headcount) {
  return {
    date,
    'salarié . contrat . salaire brut': `${gross} €/mois`,
    'entreprise . salariés . effectif': headcount,
    'établissement . taux ATMP': settings === 'local' ? '2.24%' : '1%',
    'établissement . commune . taux versement mobilité': settings === 'local' ? '2%' : '0%',
    'salarié . cotisations . prévoyances . santé . montant': settings === 'cover' ? '60 €/mois' : '0 €/mois',
    ...(hours < FULL_TIME && {
      'salarié . contrat . temps de travail . temps partiel': 'oui',
      'salarié . contrat . temps de travail . temps partiel . heures par semaine': `${hours} heures/semaine`,
    }),
  }
}

const [header, ...lines] = readFileSync(0, 'utf8').trim().split('\n')
if (header.trim() !== 'month,hours,settings,gross') throw new Error(header)
for (const [index, line] of lines.entries()) {
  if (index % AT_MOST === 0) engine = new Engine(rules, { logger: quiet })
  const [month, kind, settings, gross] = line.trim().split(',')
  const date = `01/${month.slice(5)}/${month.slice(0, 4)}`
  const hours = hoursOf({ hours: kind, date, gross })
  const nets = new Set()
  const costs = staff.map((headcount) => {
    engine.setSituation(situation({ settings, gross, date }, hours, headcount))
    nets.add(number(NET).toFixed(2))
    return number(COST).toFixed(2)
  })
  if (nets.size > 1) throw new Error(`${line}: net depends on the headcount: ${[...nets]}`)
  console.log([month, kind, settings, gross, ...nets, ...costs].join())
}
