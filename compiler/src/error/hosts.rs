//! The hint for imports that nothing provides. Many such modules were made for another host, which their imports give
//! away: then the hint is how to build the program for WASI instead, as leaving calls to trap would not make it run.
//!
//! Only names are looked at, and a name that fits proves nothing: a hint must not claim more than what to try.

/// A host that is not WASI, and how to leave it.
struct Host {
    /// Beginnings of imports (`module.name`) that it provides.
    imports: &'static [&'static str],
    /// What to do, as the start of a sentence.
    advice: &'static str,
}

/// The first that fits counts.
const HOSTS: [Host; 6] = [
    Host {
        imports: &["wbg.", "__wbindgen_", "__wbg_", "./"],
        advice: "the module seems to be made for JavaScript by wasm-bindgen: build the program for wasm32-wasip1, \
                 without it",
    },
    Host {
        imports: &["gojs.", "go.runtime."],
        advice: "the module seems to be made for JavaScript by Go: build it with GOOS=wasip1",
    },
    Host {
        imports: &[
            "env.emscripten_",
            "env._emscripten_",
            "env.__emscripten_",
            "env.invoke_",
            "env.__syscall_",
            "env.__cxa_",
            "env._abort_js",
            "env._mmap_js",
            "env._tzset_js",
        ],
        advice: "the module seems to be made for JavaScript by Emscripten: link it with -sSTANDALONE_WASM",
    },
    Host {
        imports: &["env.abort", "env.seed", "env.trace", "env.console."],
        advice: "the module seems to be made for JavaScript by AssemblyScript: compile it with \
                 @assemblyscript/wasi-shim, asc --config ./node_modules/@assemblyscript/wasi-shim/asconfig.json",
    },
    Host {
        imports: &["wasi:"],
        advice: "the module is for WASI 0.2, which is for components: build it for WASI preview 1 (wasm32-wasip1)",
    },
    Host { imports: &["wasix_"], advice: "the module is for WASIX: build it for WASI preview 1 (wasm32-wasip1)" },
];

/// What to do about imports that nothing provides, each as `module.name`.
pub(super) fn hint(imports: &[String]) -> String {
    let is_of = |host: &&Host| imports.iter().any(|import| host.imports.iter().any(|start| import.starts_with(start)));
    let trap = "build with --unknown-imports=trap to let the program start and trap when it calls one of them";
    match (HOSTS.iter().find(is_of), preload_name(imports)) {
        (Some(host), _) => format!("{}; or {trap}", host.advice),
        (None, Some(name)) => format!("link the module that provides them with --preload {name}=MODULE, or {trap}"),
        (None, None) => trap.into(),
    }
}

/// The name of the module that the first import is from, if it can be written in a command as it is. Names of WASI are
/// not for modules: there, the function's name is wrong.
fn preload_name(imports: &[String]) -> Option<&str> {
    let (name, _) = imports.iter().find(|import| !import.starts_with("wasi_"))?.split_once('.')?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/' | b':');
    (!name.is_empty() && name.bytes().all(is_plain)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(imports: &[&str], start: &str) {
        let imports: Vec<_> = imports.iter().map(|import| (*import).to_owned()).collect();
        let hint = hint(&imports);
        assert!(hint.starts_with(start), "{hint}");
        assert!(hint.ends_with(
            "build with --unknown-imports=trap to let the program start and trap when it calls one of them"
        ));
    }

    #[test]
    fn hosts_are_told_by_what_they_provide() {
        check(
            &["wbg.__wbg_log_1", "wbg.__wbindgen_throw"],
            "the module seems to be made for JavaScript by wasm-bindgen",
        );
        check(
            &["__wbindgen_placeholder__.__wbindgen_throw"],
            "the module seems to be made for JavaScript by wasm-bindgen",
        );
        check(&["./app_bg.js.__wbg_log"], "the module seems to be made for JavaScript by wasm-bindgen");
        check(&["env.abort", "env.emscripten_resize_heap"], "the module seems to be made for JavaScript by Emscripten");
        check(&["env.invoke_vii"], "the module seems to be made for JavaScript by Emscripten");
        check(&["env.abort"], "the module seems to be made for JavaScript by AssemblyScript");
        check(&["gojs.runtime.wasmExit"], "the module seems to be made for JavaScript by Go");
        check(&["wasi:cli/stdout@0.2.0.get-stdout"], "the module is for WASI 0.2");
    }

    #[test]
    fn a_module_may_be_missing() {
        check(&["math.add", "other.f"], "link the module that provides them with --preload math=MODULE, or build");
        check(&["wasi_snapshot_preview1.fd_wriet"], "build with");
        check(&["\u{1b}[31m.f"], "build with");
        check(&[".f"], "build with");
    }
}
