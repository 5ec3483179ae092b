@echo off
rem Starts LatentLoom: the window, or a command where one is given. Needs a JDK 25 or later.
setlocal enabledelayedexpansion
set "home=%~dp0.."
set "java="
call :try "%JAVA25_HOME%\bin\java.exe"
call :try "%JAVA_HOME%\bin\java.exe"
for %%J in (java.exe) do call :try "%%~$PATH:J"
for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*") do call :try "%%~D\bin\java.exe"
if not defined java (
    echo LatentLoom needs a JDK 25 or later and found none. Install one, or set JAVA25_HOME to it. 1>&2
    exit /b 4
)
"%java%" --module-path "%home%\lib\javafx" --add-modules javafx.controls,javafx.fxml ^
    --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow ^
    "-Dlatentloom.samples=%home%\sample-projects" ^
    -cp "%home%\lib\*" dev.latentloom.app.Launcher %*
exit /b %errorlevel%

:try
if defined java exit /b
if not exist "%~1" exit /b
for /f "tokens=3" %%V in ('"%~1" -version 2^>^&1 ^| findstr /c:"version"') do set "found=%%~V"
for /f "tokens=1 delims=." %%M in ("!found!") do if %%M geq 25 set "java=%~1"
exit /b
