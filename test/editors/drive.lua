-- Edits a plan as a person would, after the configuration of docs/editors.md, and writes down what the server did.
-- MIPS_PLAN_FILE is the plan; MIPS_PLAN_ANSWERS the file for what was seen.
local answers = {}
local milliseconds = 20000

local function at(line, character)
  return {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = character },
  }
end

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, milliseconds) or {}) do
    return answer.result
  end
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.MIPS_PLAN_FILE))
  answers.filetype = vim.bo.filetype
  vim.wait(milliseconds, function() return #vim.diagnostic.get(0) > 0 end, 20)
  answers.diagnostics = vim.tbl_map(function(diagnostic)
    return { line = diagnostic.lnum, message = diagnostic.message, severity = diagnostic.severity }
  end, vim.diagnostic.get(0))

  local hover = ask('textDocument/hover', at(8, 12))
  answers.hover = hover and hover.contents.value

  local function misspelt()
    return vim.tbl_filter(function(diagnostic) return diagnostic.code == 'unknown-activity' end, vim.diagnostic.get(0))[1]
  end
  local found = misspelt()
  local range = {
    start = { line = found.lnum, character = found.col },
    ['end'] = { line = found.end_lnum, character = found.end_col },
  }
  local actions = ask('textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = range,
    context = { diagnostics = { vim.tbl_extend('force', found.user_data.lsp, { message = found.message, range = range }) } },
  })
  for _, action in ipairs(actions or {}) do
    if action.isPreferred and action.edit then
      answers.action = action.title
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      break
    end
  end
  answers.text = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  answers.repaired = vim.wait(milliseconds, function() return misspelt() == nil end, 20)

  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '  - id: behavioral health integrated' })
  local last = vim.api.nvim_buf_line_count(0) - 1
  local completion = ask('textDocument/completion', at(last, 37))
  answers.completions = vim.tbl_map(function(item) return item.label end, completion.items or completion)
end

local fine, problem = pcall(run)
if not fine then answers.problem = tostring(problem) end
local file = assert(io.open(vim.env.MIPS_PLAN_ANSWERS, 'w'))
file:write(vim.json and vim.json.encode(answers) or vim.fn.json_encode(answers))
file:close()
vim.cmd('qall!')
